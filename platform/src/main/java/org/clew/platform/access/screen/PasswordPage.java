package org.clew.platform.access.screen;

import org.clew.platform.web.Mistakes;

/// Setting a new password.
public record PasswordPage(String email, Mistakes mistakes) {}
