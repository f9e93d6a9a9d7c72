/** Who may come in: accounts, login, tokens and the security of every address. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.access;
