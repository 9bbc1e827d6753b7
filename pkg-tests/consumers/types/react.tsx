// React's templates know the elements: attributes, properties and events, React 19 as it is and by the wrapper.
import { type CanCuocForm as FormElement } from "cancuoc/widget/form";
import { CanCuocForm } from "cancuoc/react";
import { useRef } from "react";

export function Bare() {
  const form = useRef<FormElement>(null);
  return (
    <>
      <cancuoc-form
        ref={form}
        form="ct01"
        locale="vi"
        draft="off"
        min-assurance="consistent"
        answers={{ phone: "0912345678" }}
        account={{ fullName: "Nguyễn Văn Mẫu" }}
        locked={["fullName", "pin"]}
        account-url="/tai-khoan"
        steps="one"
        hide={["mrz", "progress"]}
        theme="calm dark"
        className="tall"
        onsealed={(event) => console.log(event.detail.digest.value)}
        onsubmit={(event) => console.log(event.detail.receipt)}
      />
      <cancuoc-scan modes="photo text" onreading={(event) => console.log(event.detail.person.pin)} />
      <cancuoc-address label="Nơi ở" name="home" />
      <cancuoc-view onchecked={(event) => console.log(event.detail.ok)} />
      {/* @ts-expect-error there is no such language */}
      <cancuoc-form locale="fr" />
      {/* @ts-expect-error a field cannot be hidden */}
      <cancuoc-form hide={["fullName"]} />
      {/* @ts-expect-error there is no such look */}
      <cancuoc-view theme="gloomy" />
      {/* @ts-expect-error an account is a person */}
      <cancuoc-form account={{ name: "Nguyễn Văn Mẫu" }} />
    </>
  );
}

export function Wrapped() {
  const form = useRef<FormElement>(null);
  return (
    <CanCuocForm
      ref={form}
      form="ct01"
      minAssurance="wellFormed"
      locked={["pin"]}
      accountUrl="/tai-khoan"
      hide="mrz"
      onSealed={(event) => void form.current?.submit({ url: `/ho-so/${event.detail.form}` })}
    />
  );
}
