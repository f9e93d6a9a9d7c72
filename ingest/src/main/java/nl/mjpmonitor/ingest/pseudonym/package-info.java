/** Replaces identifiers by keyed pseudonyms before they leave Connect. */
@NullMarked
package nl.mjpmonitor.ingest.pseudonym;

import org.jspecify.annotations.NullMarked;
