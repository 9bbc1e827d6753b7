// A portal in React: the form alone, which brings what scans when it is asked for. React sets properties and listens to
// events as the platform does.
import "cancuoc/widget/form";
import React, { useState } from "react";
import { createRoot } from "react-dom/client";

function Portal() {
  const [name, setName] = useState("");
  const [sealed, setSealed] = useState();
  return (
    <>
      <h1>Cổng dịch vụ (React)</h1>
      <p id="name">{name}</p>
      <p id="sealed">{sealed?.digest?.value ?? ""}</p>
      <cancuoc-form
        form="ct01"
        locale="vi"
        on="2026-11-21"
        draft="off"
        onidentity={(event) => setName(event.detail.person.fullName)}
        onsealed={(event) => setSealed(event.detail)}
      />
    </>
  );
}

createRoot(document.getElementById("app")).render(<Portal />);
