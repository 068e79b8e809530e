/** A stand-in for the services behind the front door: it checks tokens as every service does and says what reached it. */
@Configuration
@Requires(property = "tranche.service", pattern = "commitments|milestones|notifications")
@org.jspecify.annotations.NullMarked
package tranche.upstream;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
