/**
 * The service of programmes, funds, investors, commitments and the journal. Read {@link tranche.commitments.Commitments}
 * first; its beans exist only in its own context.
 *
 * <p>The generated records of its events share this name, so nullness is marked on the classes here and not on the
 * package.
 */
@Configuration
@Requires(property = "tranche.service", value = "commitments")
package tranche.commitments;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
