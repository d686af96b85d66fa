"""Paint and finish, the PDF: the four verbs on ReportLab's canvas, fonts, tags, inks, conformance."""
