package org.postern.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives everyone the packs of this installation; the rules themselves know no container. */
@Dependent
class PacksInUse {
    @Produces
    @ApplicationScoped
    RulePacks packs(@ConfigProperty(name = "postern.templates") Optional<String> overlay, WordLists words) {
        return new RulePacks(overlay, words::lines);
    }
}
