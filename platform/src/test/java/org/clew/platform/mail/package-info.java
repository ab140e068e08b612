/// Mail to people at work, tried with a mail server and a real database.
@NullMarked
package org.clew.platform.mail;

import org.jspecify.annotations.NullMarked;
