package nl.mjpmonitor.dashboard.review;

/**
 * One of the subjects of the meeting.
 *
 * @param indicator id of the indicator
 * @param request what the meeting is asked to decide; may be empty
 * @param decision what it decided; empty as long as it did not
 */
record Topic(String indicator, String request, String decision) {

    Topic asking(String newRequest) {
        return new Topic(indicator, newRequest, decision);
    }

    Topic deciding(String newDecision) {
        return new Topic(indicator, request, newDecision);
    }
}
