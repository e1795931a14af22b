"""What happens to every request, one concern a file; settings.MIDDLEWARE gives the order."""
