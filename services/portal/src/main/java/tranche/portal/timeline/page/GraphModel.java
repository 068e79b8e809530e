package tranche.portal.timeline.page;

import tranche.portal.frame.page.Frame;

/**
 * A project's plan as a graph ({@code timeline/graph.jte}).
 *
 * @param reckoned whether floats and the critical path are known
 */
public record GraphModel(Frame frame, String name, String address, PlanGraph graph, boolean reckoned) {}
