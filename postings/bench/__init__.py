"""The search measured: against engines that others use, and against what plain SQL says is right."""
