package org.postern.web;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets a plural take its entity manager by constructor, so that a test can give it another. The container's proxy finds
 * the running transaction's own; it may be kept and shared.
 */
@Dependent
class PersistenceUnit {
    @Produces
    @SuppressWarnings("UnusedVariable") // the container reads it
    @PersistenceContext(unitName = "postern")
    private @Nullable EntityManager entityManager;
}
