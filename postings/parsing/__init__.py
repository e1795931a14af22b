"""Text in, facts out: what a job description states, each fact with the words that say so."""
