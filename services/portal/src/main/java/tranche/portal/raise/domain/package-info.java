/**
 * What the portal shows of programmes, funds and commitments: the views and the questions that pages ask of the read
 * models. Read {@link tranche.portal.raise.domain.Raises} first.
 */
@org.jspecify.annotations.NullMarked
package tranche.portal.raise.domain;
