/**
 * A supporter writes: finds a person, is warned by the rules, sees the page, sends, confirms, follows the letter. No
 * account, no cookie, no script.
 */
@org.jspecify.annotations.NullMarked
package org.postern.compose;
