"""SQLCipher as a database of Django: Django's SQLite backend on an encrypted file."""
