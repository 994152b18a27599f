/** One letter and 10,000 of them, typeset by Postern and by the libraries that others use for it. */
package org.postern.bench.typeset;
