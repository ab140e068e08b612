package org.clew.platform.access;

/// An address at which people may send a file; at any other, files are refused.
///
/// @param path the address, as it stands in a request
/// @param action what one must be allowed to do before anything of the file is taken
/// @param bytes of the file and the fields around it, at most
public record Upload(String path, Action action, long bytes) {}
