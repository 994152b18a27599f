/**
 * Keys: sealing what people wrote, opening it, and erasing it for good by destroying a key. The only package that sees
 * one. Nothing here knows what a letter is; whoever seals says with a context what the value is and whose.
 */
@org.jspecify.annotations.NullMarked
package org.postern.vault;
