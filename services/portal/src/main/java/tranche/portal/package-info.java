/** The portal: pages, sign-in, the front door and what pages read. Read {@link tranche.portal.Portal} first. */
@Configuration
@Requires(property = "tranche.service", value = "portal")
@org.jspecify.annotations.NullMarked
package tranche.portal;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
