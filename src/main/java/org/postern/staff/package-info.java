/**
 * Who acts: the members' accounts, roles and sessions, how they sign in, the guard before every resource, and the audit.
 * Says who may; what they then do belongs to the steps.
 */
@org.jspecify.annotations.NullMarked
package org.postern.staff;
