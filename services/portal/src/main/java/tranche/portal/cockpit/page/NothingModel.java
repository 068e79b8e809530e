package tranche.portal.cockpit.page;

import tranche.portal.frame.page.Frame;

/** The overview of somebody who may not see any programme yet ({@code cockpit/nothing.jte}). */
public record NothingModel(Frame frame) {}
