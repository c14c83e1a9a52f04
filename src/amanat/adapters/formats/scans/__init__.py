"""Scanned pages and photographs: read by tesseract's library, inside the sandbox."""
