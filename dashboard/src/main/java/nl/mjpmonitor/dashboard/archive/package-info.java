/**
 * The archive of editions: finding them, proving that they are unchanged, describing them after MDTO, taking all of them along, and
 * destroying what is no longer kept.
 *
 * @see <a href="https://www.nationaalarchief.nl/archiveren/mdto">MDTO</a>
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.archive;
