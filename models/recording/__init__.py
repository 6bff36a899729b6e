"""Recording a pass: what the rest of the program asks for."""
