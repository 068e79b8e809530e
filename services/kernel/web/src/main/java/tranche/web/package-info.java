/**
 * The manners of HTTP, once for every service: who calls, what a body may look like, how a command is answered, what an
 * error says. The beans are there in the context of a service only, which the property {@code tranche.service} names.
 * Read {@link tranche.web.command.Commands} first.
 */
@Configuration
@Requires(property = "tranche.service")
@org.jspecify.annotations.NullMarked
package tranche.web;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
