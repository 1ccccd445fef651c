"""Batches of files checked in several processes, in their order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import chain, islice
from typing import TYPE_CHECKING

from blameless_lint.lint.batches import Checked, Task, check

if TYPE_CHECKING:
    from concurrent.futures import Future

MOST = 4
WORTHWHILE = 3
"""From how many batches on processes pay: each has to load the parser for itself."""


def processes() -> int:
    """Return how many processes are used unless the user says otherwise: the cores that we may use, at most 4."""
    return min(MOST, cores())


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def checked(batches: Iterable[list[Task]], jobs: int) -> Iterator[Checked]:
    """Yield what is found in batches, in their order; with more than one job, in as many processes.

    What a process finds does not depend on how many there are. Where one is lost, its batches are checked here.
    """
    waiting = iter(batches)
    first = list(islice(waiting, WORTHWHILE))
    if jobs == 1 or len(first) < WORTHWHILE:
        yield from map(check, chain(first, waiting))
    else:
        yield from _beside(chain(first, waiting), jobs)


def _beside(batches: Iterator[list[Task]], jobs: int) -> Iterator[Checked]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("spawn")  # a fork would inherit the threads of whoever calls us
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin, initargs=(max(1, cores() // jobs),))
    queue: deque[tuple[list[Task], Future[Checked] | None]] = deque()

    def submit(batch: list[Task]) -> None:
        try:
            queue.append((batch, pool.submit(check, batch)))
        except BrokenProcessPool:
            queue.append((batch, None))

    with ExitStack() as stack:
        stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        for batch in islice(batches, jobs + 1):
            submit(batch)
        while queue:
            batch, future = queue.popleft()
            try:
                found = future.result() if future is not None else check(batch)
            except BrokenProcessPool:
                found = check(batch)
            for following in islice(batches, 1):
                submit(following)
            yield found


def _begin(threads: int) -> None:
    """Make a process ready: it ends silently when the user interrupts, and leaves the other cores to the others."""
    import signal

    from blameless_lint.language.light import light_imports

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = str(threads)
    with light_imports():
        import spacy  # noqa: F401 - what comes later asks for it without the light
