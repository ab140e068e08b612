/// The engines from a shell, for somebody who never runs the server: files in, files out. Knows no
/// server, no database and no network.
@NullMarked
package org.clew.cli;

import org.jspecify.annotations.NullMarked;
