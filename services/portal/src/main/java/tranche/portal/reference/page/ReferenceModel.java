package tranche.portal.reference.page;

import tranche.portal.frame.page.Frame;
import tranche.portal.reference.domain.Reference;

/** The API document as a page ({@code reference/reference.jte}). */
public record ReferenceModel(Frame frame, Reference reference) {}
