/** It goes in the post: marking what was posted, and saying what became of papers of which nobody was sure. */
@org.jspecify.annotations.NullMarked
package org.postern.post;
