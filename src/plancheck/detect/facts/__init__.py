"""What a document says of the facts that rules depend on."""
