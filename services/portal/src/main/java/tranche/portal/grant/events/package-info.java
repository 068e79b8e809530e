/** Grants' events as they leave the portal: ids and roles only. Read {@link tranche.portal.grant.events.GrantAvro}. */
@org.jspecify.annotations.NullMarked
package tranche.portal.grant.events;
