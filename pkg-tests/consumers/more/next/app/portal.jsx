"use client";
import { CanCuocForm } from "cancuoc/react";
import { useState } from "react";

export function Portal() {
  const [name, setName] = useState("");
  return (
    <>
      <p id="name">{name}</p>
      <CanCuocForm
        form="ct01"
        locale="vi"
        on="2026-11-21"
        draft="off"
        answers={{ phone: "0912345678" }}
        onIdentity={(event) => setName(event.detail.person.fullName)}
      />
    </>
  );
}
