"""How the reader's weights are made; needs PyTorch, is not part of the package."""
