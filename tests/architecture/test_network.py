"""No test can reach the network by accident; a server on this machine it can."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError

# Set aside for documentation by RFC 5737: no machine has it.
ELSEWHERE = ("192.0.2.1", 80)


# The plugin warns as well as raises.
@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_an_address_elsewhere_is_refused() -> None:
    with (
        socket.socket() as client,
        pytest.raises(SocketConnectBlockedError, match=ELSEWHERE[0]),
    ):
        client.connect(ELSEWHERE)


def test_a_server_on_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        with socket.create_connection(address, timeout=5) as client:
            assert client.getpeername() == address
