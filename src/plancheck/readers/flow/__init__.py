"""Documents that flow, without pages: what is a heading, a contents list, a caption or a list by how it looks."""
