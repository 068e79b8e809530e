/**
 * The service of projects and milestones: what is to be reached, when, and who has verified it. Read {@link
 * tranche.milestones.Milestones} first; its beans exist only in its own context.
 *
 * <p>The generated records of its events share this name, so nullness is marked on the classes here and not on the
 * package.
 */
@Configuration
@Requires(property = "tranche.service", value = "milestones")
package tranche.milestones;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
