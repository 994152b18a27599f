/**
 * People read it first: moderators decide, translators translate, a second reader checks what was translated. Nobody
 * here sees an e-mail address. What a letter then is, is said in {@code letter}.
 */
@org.jspecify.annotations.NullMarked
package org.postern.review;
