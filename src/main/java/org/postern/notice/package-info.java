/** What is to be told: a row a notice, written in the transaction of the fact by whichever step; notify sends it. */
@org.jspecify.annotations.NullMarked
package org.postern.notice;
