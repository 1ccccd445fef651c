"""Documents in other languages are told from English ones."""

from __future__ import annotations

import pytest

from blameless_lint.text.english import is_english
from blameless_lint.text.reader import read
from blameless_lint.text.source import Source

FOREIGN = {
    "german": (
        "Am Montag ist der Server um zehn Uhr ausgefallen, weil die Festplatte voll war. Wir haben sie "
        "geleert und den Dienst neu gestartet. Der Alarm wurde nicht ausgelöst."
    ),
    "french": (
        "Le serveur est tombé en panne lundi matin parce que le disque était plein. Nous avons supprimé "
        "les anciens journaux et redémarré le service."
    ),
    "spanish": (
        "El servidor dejó de responder el lunes porque el disco estaba lleno. Borramos los registros "
        "antiguos y reiniciamos el servicio."
    ),
    "portuguese": (
        "O servidor caiu na segunda-feira porque o disco estava cheio. A equipe apagou os registros "
        "antigos e reiniciou o serviço."
    ),
    "dutch": (
        "De server viel op maandag uit omdat de schijf vol was. Wij hebben de oude logboeken verwijderd "
        "en de dienst opnieuw gestart."
    ),
    "polish": (
        "Serwer przestał działać w poniedziałek, ponieważ dysk był pełny. Usunęliśmy stare logi i "
        "uruchomiliśmy usługę ponownie, ale to nie pomogło."
    ),
    "japanese": (
        "月曜日の朝、ディスクがいっぱいになったためサーバーが停止しました。古いログを削除して再起動しました。"
    ),
    "chinese": ("星期一早上,由于磁盘已满,服务器停止响应。我们删除了旧日志并重新启动了服务。"),
    "german with English terms": (
        "Das Deployment vom Release wurde um 10:04 gestartet, danach war der Load Balancer nicht mehr "
        "erreichbar. Das Team hat ein Rollback gemacht und den Incident geschlossen."
    ),
}
ENGLISH = {
    "prose": ("The server stopped on Monday because its disk was full. We removed old logs and restarted the service."),
    "telegraphic": (
        "- 10:04 alert fires, queue depth 4,000\n- 10:09 Priya paged, joins call\n- 10:15 rollback of "
        "deploy 4711 to prod starts\n- 10:20 queue drains, error rate back to normal"
    ),
    "names": (
        "Attendees: João Müller, Søren Ångström, Łukasz Wiśniewski, Zoë de la Cruz, Jan van der Berg. "
        "The meeting was held on Tuesday, and the notes were sent to all of them."
    ),
    "code": (
        "Run `docker rm -f der die das` and `ls un une le` on the host, then restart the agent with "
        "`systemctl restart x`."
    ),
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_other_languages_are_not_english(text: str) -> None:
    assert is_english(read(Source("a.md", text))) is False


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_is(text: str) -> None:
    assert is_english(read(Source("a.md", text))) is True


@pytest.mark.parametrize("text", ["", "# Outage", "```\nder die das und ist nicht\n```", "- cpu 4\n- disk 5\n- ram 6"])
def test_too_little_text_says_nothing(text: str) -> None:
    assert is_english(read(Source("a.md", text))) is None
