/** What the front door learns from others' events. Read {@link tranche.portal.frontdoor.reactions.NoticeKeyReactions} first. */
@org.jspecify.annotations.NullMarked
package tranche.portal.frontdoor.reactions;
