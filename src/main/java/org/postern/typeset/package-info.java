/**
 * Text to pages to PDF: {@code Manuscript → Shaper → LineBreaker → Paginator → Page → Painter}, and the second door
 * {@link org.postern.typeset.Sheet}. Pure: no Jakarta, no clock, no default locale; files are read for fonts and data only.
 */
@NullMarked
package org.postern.typeset;

import org.jspecify.annotations.NullMarked;
