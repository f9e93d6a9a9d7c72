package nl.mjpmonitor.dashboard.documents;

/** One thing in a section. */
public sealed interface Block permits Drawing, Failure, Paragraph, Table {}
