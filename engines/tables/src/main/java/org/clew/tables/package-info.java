/// Lists as people keep them: finds out how a file is written and gives its rows; writes rows as
/// CSV and as Parquet; reads and writes JSON. Knows nothing of what the columns mean, and changes
/// no cell.
@NullMarked
package org.clew.tables;

import org.jspecify.annotations.NullMarked;
