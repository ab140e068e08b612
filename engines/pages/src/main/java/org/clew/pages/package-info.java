/// Reports as HTML pages that need no network and no other file. Knows nothing of what they report.
@NullMarked
package org.clew.pages;

import org.jspecify.annotations.NullMarked;
