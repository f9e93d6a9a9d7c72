/** What people take with them: a document as it says, independent of the form it takes, and the renderers that give it one. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.documents;
