"""Paint, the pages: platypus templates and the flowable that calls the four verbs."""
