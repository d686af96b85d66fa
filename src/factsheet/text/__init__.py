"""Text: strings and styles to glyph lines. Knows fonts, scripts and line breaks; knows no PDF.

typesetter  what blocks, figures and fit call: widths, lines, baselines
paragraph   runs of text as a row of shaped boxes, measured
breaking    which boxes make a line: ragged, balanced, the rule of the last line
justify     lines of one width: all breaks of a paragraph weighed together
hyphens     where a word may be cut, by the patterns of its language
blanks      word spaces that stretch
rungs       the fit ladder: what may be done to a text that does not fit
lines       boxes of one line to a GlyphLine
itemise     runs to items, of one face, script, style and level, and these to pieces
bidi        levels and visual order (UAX #9); its rules in bidi_explicit and bidi_resolve
choice      which face sets which characters
pieces      which pieces are shaped as one text, and what their shapes depend on
shape       a word to a Box, once for the life of the process
shapers     one for each way of shaping
writing     glyphs to the core of a Box, in both directions
ideographs  spaces of Chinese and Japanese
box         what a Box is: glyphs as a piece of a TJ array, and a width; the contract with the painter
face        one font file: metrics, coverage, shaping by HarfBuzz
outlines    glyphs as paths, for marks that are painted after their line
subset      a font program cut down to some glyphs
codes       how a glyph with its text is written
scripts     which script a character belongs to, and which characters show nothing
properties  of characters, by one table of one version of Unicode (unicode_tables)

What was shaped once is not shaped again: boxes depend on neither size nor colour nor document.
"""
