/** Why people write: campaigns, their case and what they ask for. */
@org.jspecify.annotations.NullMarked
package org.postern.cause;
