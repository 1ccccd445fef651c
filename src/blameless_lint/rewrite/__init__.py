"""Say a sentence about the system instead of about a person, keeping every fact."""
