/// The desk where concerns are answered, tried on a real database.
@NullMarked
package org.clew.platform.helpline;

import org.jspecify.annotations.NullMarked;
