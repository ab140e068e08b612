/// What tests of every module stand on: `ClewTest` starts the whole application on a fresh
/// database.
@NullMarked
package org.clew.platform;

import org.jspecify.annotations.NullMarked;
