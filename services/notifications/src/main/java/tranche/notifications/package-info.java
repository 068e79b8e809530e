/**
 * The service of notifications: who is told what, and what became of it. Read {@link
 * tranche.notifications.Notifications} first; its beans exist only in its own context.
 *
 * <p>The generated records of its events share this name, so nullness is marked on the classes here and not on the
 * package.
 */
@Configuration
@Requires(property = "tranche.service", value = "notifications")
package tranche.notifications;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
