"""Text: strings and styles to glyph lines. Knows fonts, scripts and line breaks; knows no PDF.

typesetter  what blocks, figures and fit call: widths, lines, baselines
paragraph   runs of text as a row of shaped boxes, measured
breaking    which boxes make a line: ragged, balanced, the rule of the last line
lines       boxes of one line to a GlyphLine
choice      which face sets which characters
shape       a word to a Box, once for the life of the process
box         what a Box is: glyphs as a piece of a TJ array, and a width; the contract with the painter
face        one font file: metrics, coverage, shaping by HarfBuzz
subset      a font program cut down to some glyphs
codes       how a glyph with its text is written
scripts     which script a character belongs to, and which characters show nothing

What was shaped once is not shaped again: boxes depend on neither size nor colour nor document.
"""
